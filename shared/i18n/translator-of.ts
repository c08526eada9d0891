import { IntlMessageFormat } from 'intl-messageformat'
import type { Language, TextKey, TextTable } from '#shared/i18n/languages.ts'

/** Messages are parsed on first use and kept. */
export function translatorOf(language: Language, texts: TextTable) {
  const formats = new Map<TextKey, IntlMessageFormat>()
  const formatOf = (key: TextKey) => {
    const known = formats.get(key)
    if (known !== undefined) return known
    const format = new IntlMessageFormat(texts[key], language, undefined, { ignoreTag: true })
    formats.set(key, format)
    return format
  }
  const t = (key: TextKey, values?: Readonly<Record<string, string | number | Date>>) =>
    String(formatOf(key).format(values))
  return { language, t }
}
