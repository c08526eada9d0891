import { IntlMessageFormat } from 'intl-messageformat'
import { LANGUAGES, type Language, type TextKey } from '#shared/i18n/languages.ts'
import { TEXTS } from '#shared/i18n/texts.ts'
import type { TextValues } from '#shared/i18n/translator.ts'

export const KEYS = Object.keys(TEXTS.en) as readonly TextKey[]
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as readonly Language[]

/** The parts of a parsed message that matter here; the numbers are those of ICU MessageFormat's own parser. */
interface Element {
  readonly type: number
  readonly value?: unknown
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>
}

const KINDS = ['words', 'text', 'number', 'date', 'time', 'choice', 'plural', 'pound', 'tag'] as const

/** Something that is filled in: its name, its kind, and what can be chosen. */
export interface Place {
  readonly name: string
  readonly kind: (typeof KINDS)[number]
  readonly options: readonly string[]
}

function elementsOf(message: string, language: Language): readonly Element[] {
  return new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst()
}

function placesIn(elements: readonly Element[]): readonly Place[] {
  return elements.flatMap(({ type, value, options = {} }) => {
    const kind = KINDS[type] ?? 'tag'
    const below = Object.values(options).flatMap((option) => placesIn(option.value))
    if (kind === 'words' || kind === 'pound') return below
    return [{ name: String(value), kind, options: Object.keys(options).toSorted() }, ...below]
  })
}

/** All places of a message, each once, in the order of their names. */
export function placesOf(message: string, language: Language): readonly Place[] {
  const places = placesIn(elementsOf(message, language))
  const unique = new Map(places.map((place) => [`${place.name} ${place.kind}`, place]))
  return [...unique.keys()].toSorted().flatMap((key) => unique.get(key) ?? [])
}

const NOON = new Date('2026-10-03T12:00:00Z')

function samplesFor({ kind, options }: Place): readonly (string | number | Date)[] {
  switch (kind) {
    case 'choice':
      return options.map((option) => (option === 'other' ? 'something' : option))
    case 'plural':
      return [0, 1, 2, 21]
    case 'number':
      return [0, 1_234.5]
    case 'date':
    case 'time':
      return [NOON]
    default:
      return ['mail.example.org']
  }
}

/** Values for a message in every combination that changes its words. */
export function sampleValues(message: string, language: Language): readonly TextValues[] {
  const places = placesOf(message, language)
  const decisive = places.filter(
    (place) =>
      place.kind !== 'text' || places.every(({ name, kind }) => name !== place.name || kind === 'text'),
  )
  return decisive.reduce<readonly TextValues[]>(
    (all, place) =>
      all.flatMap((values) => samplesFor(place).map((sample) => ({ ...values, [place.name]: sample }))),
    [{}],
  )
}
