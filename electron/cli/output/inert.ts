import { withStyles } from '#cli/output/style-mark.ts'

/** What a terminal would act upon, and what turns or hides what stands there: all of it but line ends and tabs. */
const HARMFUL = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu
/** The whole of a sequence, so that its letters are not left behind: CSI, OSC and the two-character ones. */
const ESCAPE_SEQUENCE =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c\n]*(?:\u0007|\u001b\\|\u009c)?|\u001b[@-_]/gu
const LEFT_OUT = '\ufffd'

/**
 * SECURITY: the last thing before a terminal or a report. Names of files and what is in them (a list of accounts, a
 * policy, a saved message) were written by others; whatever path they took here, they do not move the cursor, write
 * into the clipboard, turn the line round or take our colours. That something was left out can be seen.
 */
export function inertText(text: string): string {
  return withStyles(text, (part) => part.replace(ESCAPE_SEQUENCE, LEFT_OUT).replace(HARMFUL, LEFT_OUT))
}

/** For a text that is one line, such as the name of a file: it cannot begin another one. */
export function inertLine(text: string): string {
  return inertText(text).replaceAll(/[\n\t]/g, LEFT_OUT)
}

/** The same value as JSON, in which every such character is written by its number. */
export function inertJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(BEYOND_JSON, (character) =>
    Array.from({ length: character.length }, (_, index) => byNumber(character.charCodeAt(index))).join(''),
  )
}

/** JSON itself writes only what is below the space, and half characters, by number. */
const BEYOND_JSON = /[\u007f-\u009f\p{Cf}\u2028\u2029]/gu

function byNumber(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`
}
