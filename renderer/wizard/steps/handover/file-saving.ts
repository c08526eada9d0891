import type { EngineClient } from '#shared/contract/contract.ts'
import type { ExportRefusal } from '#shared/contract/saved-export.ts'
import { isSetupGone } from '#shared/domain/setup-gone.ts'
import type { ExportProblem } from '#shared/exporters/make-export.ts'

/** What has become of the file. */
export type FileSaving =
  | { readonly state: 'not-yet' }
  | { readonly state: 'busy' }
  | { readonly state: 'saved'; readonly file: string }
  | { readonly state: 'unfit'; readonly problem: ExportProblem }
  | { readonly state: 'refused'; readonly refusal: ExportRefusal }

type SaveRequest = Parameters<EngineClient['setup']['saveExport']>[0]

/** By the engine, where the system has a dialog for it: the page names neither content nor place. */
export async function saveByDialog(engine: EngineClient, request: SaveRequest): Promise<FileSaving> {
  const answer = await engine.setup.saveExport(request)
  if (isSetupGone(answer)) return { state: 'refused', refusal: { kind: 'code', code: answer.error } }
  if (!answer.ok) return { state: 'refused', refusal: answer.error }
  return answer.value.state === 'saved' ? answer.value : { state: 'not-yet' }
}
