/** What a screen gives no room, or lets turn or move what stands beside it. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

/**
 * A text of which every character is seen: what would move the cursor, turn the writing or hide is written by its number,
 * `[U+202E]`. For texts that an attacker may have changed to deceive, where nothing may be left out in silence.
 */
export function visibleText(text: string): string {
  return text.toWellFormed().replace(UNSEEN, (character) => {
    const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return `[U+${number}]`
  })
}
