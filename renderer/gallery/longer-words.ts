import { loadTranslator } from '#shared/i18n/load-texts.ts'
import type { Translator } from '#shared/i18n/translator.ts'

/**
 * English with about 40 % more letters, as other languages have them: what collides in it would collide in those.
 * Addresses, host names and numbers stay as they are.
 */
export async function loadLongerWords(): Promise<Translator> {
  const { language, t } = await loadTranslator('en', 'all')
  return { language, t: (key, values) => longer(t(key, values)) }
}

function longer(text: string): string {
  return text.replace(/[^\s@.:/]+(?![^\s]*[@.:/]\S)/g, (word) => word.replace(/[aeiou]/gi, '$&$&'))
}
