import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { MOST_CHARACTERS } from '#shared/programs/program-account.ts'
import { encodingOf, recogniseSettings, type RecognisedSettings } from '#shared/programs/recognise.ts'
import type { SettingsTextProblem } from '#renderer/wizard/machine/inspecting.ts'

/** A registry export has two octets for each character. */
const MOST_OCTETS = 2 * MOST_CHARACTERS

/** Reads the settings of a program in the page; the size of a file is looked at before its content. */
export async function readGiven(
  source: string | File,
): Promise<Outcome<RecognisedSettings, SettingsTextProblem>> {
  if (typeof source === 'string') return recognised('', source)
  if (source.size > MOST_OCTETS) return fail('too-big')
  try {
    const octets = new Uint8Array(await source.arrayBuffer())
    return recognised(source.name, new TextDecoder(encodingOf(octets), { fatal: true }).decode(octets))
  } catch {
    return fail('unreadable')
  }
}

function recognised(name: string, text: string): Outcome<RecognisedSettings, SettingsTextProblem> {
  if (text.trim() === '') return fail('empty')
  if (text.length > MOST_CHARACTERS) return fail('too-big')
  const settings = recogniseSettings({ name, text })
  return settings === null ? fail('unknown') : ok(settings)
}
