import { findingWords } from '#shared/i18n/finding-words.ts'
import type { Translator } from '#shared/i18n/translator.ts'
import type { Label } from '#shared/guides/guide.ts'
import { PROGRAM_ENCRYPTIONS, PROGRAM_METHODS } from '#shared/programs/program-account.ts'
import type { ReadableClient } from '#shared/programs/readers/readers.ts'
import { SETTING_CODES, type SettingField, type SettingFinding } from '#shared/programs/setting-finding.ts'
import { ownWord, settingPlace } from '#shared/programs/setting-place.ts'

/** A setting that is wrong, as a person reads it. */
export interface SettingWords {
  readonly title: string
  readonly explanation: string
  /** The value that the program has and the one that it should have; `null` where it is about no single value. */
  readonly change: string | null
  /** The same one by one, to be read beside each other and copied. */
  readonly values: SettingValues | null
  /** Where it is changed, `null` where that is not known. */
  readonly place: string | null
}

export interface SettingValues {
  /** The name of the field. */
  readonly field: string
  readonly has: string
  /** `null` where nothing better is known. */
  readonly should: string | null
}

/** @param program under its own name */
export function settingWords(
  finding: SettingFinding,
  client: ReadableClient,
  program: string,
  translator: Translator,
): SettingWords {
  const { t } = translator
  const { code, field, protocol, has, should, live } = finding
  const own = SETTING_CODES.find((known) => known === code)
  const value = (text: string) => settingValueWords(client, field, text, translator)
  const values = {
    program,
    protocol: protocol ?? 'all',
    has: value(has),
    should: should === null ? '' : value(should),
  }
  const words =
    own === undefined
      ? live === null
        ? { title: code, explanation: '' }
        : findingWords(live, t)
      : { title: t(`setting.${own}.title`, values), explanation: t(`setting.${own}.text`, values) }
  return {
    title: words.title,
    explanation: words.explanation,
    change: changeWords(finding, values, t),
    values: settingValues(finding, values, t),
    place: placeWords(client, finding, translator),
  }
}

function changeWords(
  { field, has, should }: SettingFinding,
  words: { readonly has: string; readonly should: string },
  t: Translator['t'],
): string | null {
  if (field === 'network' || field === 'password') return null
  const name = t(`setting-field.${field}`)
  if (should !== null) return t('setting.change', { field: name, ...words })
  return has === '' ? null : t('setting.has', { field: name, has: words.has })
}

function settingValues(
  { field, has, should }: SettingFinding,
  words: { readonly has: string; readonly should: string },
  t: Translator['t'],
): SettingValues | null {
  if (field === 'network' || field === 'password' || (should === null && has === '')) return null
  return { field: t(`setting-field.${field}`), has: words.has, should: should === null ? null : words.should }
}

/** In the words of the program where they are known, else in those of the field. */
/** @param value as the reader of the settings gives it */
export function settingValueWords(
  client: ReadableClient,
  field: SettingField,
  value: string,
  { t, language }: Translator,
): string {
  if (value === '') return t('setting-value.empty')
  const own = ownWord(client, field, value)
  if (own !== null) return read(own, language)
  switch (field) {
    case 'encryption':
      return isOneOf(value, PROGRAM_ENCRYPTIONS) ? t(`setting-value.${value}`) : value
    case 'authentication':
      return isOneOf(value, PROGRAM_METHODS) ? t(`setting-value.method.${value}`) : value
    case 'certificate':
      return isOneOf(value, CHECKS) ? t(`setting-value.${value}`) : value
    default:
      return value
  }
}

const CHECKS = ['checked', 'unchecked'] as const

function isOneOf<T extends string>(value: string, known: readonly T[]): value is T {
  return known.some((one) => one === value)
}

function placeWords(
  client: ReadableClient,
  finding: SettingFinding,
  { t, language }: Translator,
): string | null {
  const place = settingPlace(client, finding)
  if (place === null) return null
  if (place.kind === 'file') return t('setting.place.file', { word: place.word })
  const path = [...place.path, ...(place.label === null ? [] : [place.label])]
  return t('guide.open', { path: path.map((label) => read(label, language)).join(' > ') })
}

function read(label: Label, language: Translator['language']): string {
  return label[language] ?? label.en
}
