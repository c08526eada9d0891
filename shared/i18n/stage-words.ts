import type { Stage } from '#shared/domain/stage.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** The technician's name of a stage. */
export function stageWords(stage: Stage, t: Translate): string {
  return t(`stage.${stage}`)
}
