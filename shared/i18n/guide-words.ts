import type { FinishedSetup } from '#shared/domain/finished-setup.ts'
import type { Guide, Label } from '#shared/guides/guide.ts'
import { walk, type WalkedStep } from '#shared/guides/walk.ts'
import { dayForReader } from '#shared/i18n/day.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import { assertNever } from '#shared/outcome.ts'

/** One step as a person reads it, and the value alone, to be copied. */
export interface GuideLine {
  readonly words: string
  readonly value: string | null
}

export interface GuideWords {
  readonly title: string
  /** Whose words these are, and since when; and what holds for this account before the first step. */
  readonly lead: readonly string[]
  readonly lines: readonly GuideLine[]
}

export function guideWords(guide: Guide, setup: FinishedSetup, { t, language }: Translator): GuideWords {
  const { program, version, describedOn } = guide
  const read = (label: Label) => label[language] ?? label.en
  const day = dayForReader(describedOn) ?? describedOn
  const withoutPassword = setup.services.some(({ signIn }) => signIn === 'token')
  return {
    title: t('guide.title', { program, address: setup.address.unicode }),
    lead: [
      t('guide.described', { program, version, day }),
      ...(withoutPassword ? [t('guide.tokens', { program })] : []),
    ],
    lines: walk(guide, setup).map((walked) => lineOf(walked, read, t)),
  }
}

function lineOf({ step, value }: WalkedStep, read: (label: Label) => string, t: Translator['t']): GuideLine {
  switch (step.kind) {
    case 'open':
      return { words: t('guide.open', { path: step.path.map(read).join(' > ') }), value: null }
    case 'note':
      return { words: t(`guide.note.${step.note}`), value: null }
    case 'choose':
      return { words: t('guide.enter', { label: read(step.label), value: read(step.option) }), value: null }
    case 'press':
    case 'tick':
    case 'untick':
    case 'leave':
      return { words: t(`guide.${step.kind}`, { label: read(step.label) }), value: null }
    case 'enter': {
      const text = valueWords(value, read, t)
      const words = t('guide.enter', { label: read(step.label), value: text })
      return { words, value: value?.kind === 'ask' ? null : text }
    }
    default:
      return assertNever(step)
  }
}

function valueWords(value: WalkedStep['value'], read: (label: Label) => string, t: Translator['t']): string {
  if (value === null) return ''
  if (value.kind === 'ask') return t(`guide.your-${value.what}`)
  return value.kind === 'label' ? read(value.label) : value.text
}
