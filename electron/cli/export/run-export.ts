import { randomUUID } from 'node:crypto'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import { formatNamed } from '#shared/exporters/formats.ts'
import type { ExportLimit } from '#shared/exporters/limits.ts'
import { limitsOf, makeExport } from '#shared/exporters/make-export.ts'
import { exportProblemWords, limitWords } from '#shared/i18n/export-words.ts'
import { translated } from '#shared/i18n/untranslated-text.ts'
import type { ProfileSigner } from '#engine/exports/profile-signer.ts'
import { problemOfPlace, replaceFile, writeNewFile } from '#engine/files/new-file.ts'
import { readAddress } from '#cli/address.ts'
import type { Invocation } from '#cli/command.ts'
import { EXIT, UsageError, type ExitStatus } from '#cli/exit-status.ts'
import { FORMAT_NAMES } from '#cli/export/profile-format.ts'
import { readSigner } from '#cli/export/sign-option.ts'
import { readSetup } from '#cli/export/read-setup.ts'
import { inertLine } from '#cli/output/inert.ts'
import { placeProblemText } from '#cli/place-problem.ts'
import { print, printJson, say } from '#cli/terminal.ts'
import { withEngine } from '#cli/terminal-engine.ts'

/** In place of a file: the content is printed, and everything else goes to standard error. */
const STANDARD_OUTPUT = '-'

/** The command line of `export`, once it makes sense. */
interface ExportPlan {
  readonly format: ExportFormat
  /** `null`: it is printed. */
  readonly file: string | null
  readonly existing: 'keep' | 'replace'
  readonly documentPath: string | null
  /** `null`: it is not signed. */
  readonly sign: ProfileSigner | null
}

/** Makes the file for one program, and says before it what that program will not be told. */
export async function runExport(invocation: Invocation): Promise<ExitStatus> {
  const { terminal, system, translator, json } = invocation
  const address = readAddress(invocation)
  const plan = await readPlan(invocation)
  const setup = await withEngine(system, (useCases) => readSetup(useCases, address, invocation))
  const limits = limitsOf(plan.format, setup, plan)
  for (const limit of limits) say(terminal, limitWords(limit, plan.format, translator.t))
  const made = makeExport(plan.format, setup, {
    notes: [translator.t('export.note')],
    uuid: () => randomUUID().toUpperCase(),
    documentPath: plan.documentPath,
  })
  if (!made.ok) {
    const problem = exportProblemWords(made.error, plan.format, translator.t)
    if (json) printJson(terminal, { ...head(plan, limits), error: problem, content: null })
    else say(terminal, `${problem.title}\n${problem.explanation} [${problem.code}]`)
    return EXIT.problem
  }
  if (plan.file !== null && !(await wasWritten(plan, plan.file, made.value, invocation))) return EXIT.broken
  const content = plan.file === null ? made.value : null
  if (json) printJson(terminal, { ...head(plan, limits), error: null, content })
  else if (content !== null) print(terminal, content.replace(/\n$/, ''))
  say(terminal, translator.t(`export.next.${plan.format.name}`))
  return EXIT.proved
}

/** @throws UsageError for what cannot be done, before anything is read */
async function readPlan(invocation: Invocation): Promise<ExportPlan> {
  const { values } = invocation
  const { format: name, out, 'xml-path': path } = values
  const format = typeof name === 'string' ? formatNamed(name) : null
  if (format === null)
    throw new UsageError('cli.usage.format', {
      formats: FORMAT_NAMES.join(', '),
    })
  const file = typeof out === 'string' && out !== STANDARD_OUTPUT ? out : null
  const existing = values['force'] === true ? 'replace' : 'keep'
  const problem = file === null ? null : await problemOfPlace(file)
  if (file !== null && problem !== null && !(problem === 'exists' && existing === 'replace')) {
    const text = placeProblemText('--out', file, problem)
    throw new UsageError(text.key, text.values)
  }
  const sign = await readSigner(invocation, file)
  return { format, file, existing, documentPath: typeof path === 'string' ? path : null, sign }
}

async function wasWritten(
  { existing, sign }: ExportPlan,
  file: string,
  content: string,
  { terminal, translator: { t } }: Invocation,
): Promise<boolean> {
  const write = existing === 'replace' ? replaceFile : writeNewFile
  const written = await write(file, sign === null ? content : sign(content))
  say(
    terminal,
    written.ok
      ? t('export.written', { file: inertLine(file) })
      : translated(placeProblemText('--out', file, written.error), t),
  )
  return written.ok
}

function head({ format, file, sign }: ExportPlan, limits: readonly ExportLimit[]) {
  return { schema: 1, format: format.name, file, signed: sign !== null, limits }
}
