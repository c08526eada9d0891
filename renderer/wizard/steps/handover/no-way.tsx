import type { BetterChoice } from '#shared/exporters/limits.ts'
import { formatNamed } from '#shared/exporters/formats.ts'
import type { JudgedWay } from '#shared/handover/choose-way.ts'
import { programFor, type HandoverWay, type HandoverProgram } from '#shared/handover/handover-programs.ts'
import { limitReason } from '#shared/i18n/export-words.ts'
import { Button } from '#renderer/components/button.tsx'
import { Note } from '#renderer/components/note.tsx'
import { useWords } from '#renderer/i18n/words.tsx'
import { useTools } from '#renderer/wizard/views/wizard-context.tsx'

interface NoWayProps {
  readonly program: HandoverProgram
  readonly judged: readonly JudgedWay[]
}

/** Why a program cannot take this setup at all, and which one can. */
export function NoWay({ program, judged }: NoWayProps) {
  const { t } = useWords()
  const { wizard } = useTools()
  const [first] = judged
  const format = first?.way.kind === 'format' ? formatNamed(first.way.format) : null
  if (first === undefined || format === null) return null
  const blocking = first.limits.filter(({ weight }) => weight === 'blocks')
  const better = blocking.find((limit) => limit.better !== null)?.better ?? null
  const instead = better === null ? null : programFor(better)
  return (
    <Note
      tone="warn"
      action={
        better !== null &&
        instead !== null && (
          <Button
            onClick={() =>
              wizard.dispatch({
                type: 'handover-wanted',
                target: { kind: 'program', program: instead.id, way: wayOf(better) },
              })
            }
          >
            {t('handover.better', { program: instead.name })}
          </Button>
        )
      }
    >
      <b>{t('handover.blocked', { program: program.name })}</b>
      {blocking.map((limit) => (
        <p key={limit.kind}>{limitReason(limit, format, t)}</p>
      ))}
    </Note>
  )
}

function wayOf(better: BetterChoice): HandoverWay {
  return 'format' in better
    ? { kind: 'format', format: better.format }
    : { kind: 'guide', guide: better.guide }
}
