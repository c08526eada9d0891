import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { KeySetting } from '#shared/programs/fix/fix-form.ts'
import type { FixProblem } from '#shared/programs/fix/fix-problem.ts'
import { keyedSections, lineOf, setInSection, type KeyedSection } from '#shared/programs/fix/keyed-section.ts'
import type { Edit } from '#shared/programs/fix/text-edit.ts'
import { textLines } from '#shared/programs/text-lines.ts'

/** The sections of a file that Python's configparser or its like reads. */
export function iniSections(text: string): readonly KeyedSection[] {
  return keyedSections(text, {
    entry: 'ini',
    begins: (line) => (line.startsWith('[') && line.endsWith(']') ? line.slice(1, -1) : undefined),
  })
}

/** A value that goes on in the next line is not understood here as its program does. */
export function setIniValues(
  text: string,
  section: KeyedSection,
  settings: readonly KeySetting[],
): Outcome<readonly Edit[], FixProblem> {
  const lines = textLines(text)
  const isContinued = settings.some(({ keys }) => {
    const line = lineOf(section, keys)
    const next = lines.find(({ start }) => line !== undefined && start > line.start)
    return /^[ \t]+[^\s#;]/.test(next?.text ?? '') && /^\S/.test(line?.text ?? '')
  })
  return isContinued ? fail('FIX_FORM') : ok(settings.map((setting) => setInSection(text, section, setting)))
}
