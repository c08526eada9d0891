/** Its small form has two units, of which programs that know ASCII only keep the first. */
const DOTTED_I = '\u0130'

/**
 * A text without the difference of upper and lower case, unit by unit: every index means the same place before and
 * after. Letters that change their length with their case (ß) keep it.
 */
export function foldCase(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase()
  let folded = ''
  for (const character of text) {
    // By way of the capitals, because Greek has two small sigmas and one large one.
    const lower = character.toUpperCase().toLowerCase()
    folded += lower.length === character.length ? lower : character === DOTTED_I ? 'i' : character
  }
  return folded
}
