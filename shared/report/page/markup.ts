import { visibleText } from '#shared/text/visible-text.ts'

/** HTML that `markup` has put together. No text is one, whatever is in it. */
export class Markup {
  readonly #html: string

  private constructor(html: string) {
    this.#html = html
  }

  /** Text becomes text and never a tag or an attribute; what would turn or hide it becomes visible. */
  static of(pieces: readonly string[], fillings: readonly Filling[]): Markup {
    const html = pieces.map((piece, index) => {
      const filling = fillings[index]
      return filling === undefined ? piece : piece + Markup.#filled(filling)
    })
    return new Markup(html.join(''))
  }

  static #filled(filling: Filling): string {
    if (filling instanceof Markup) return filling.#html
    return typeof filling === 'object'
      ? filling.map((piece) => piece.#html).join('')
      : escaped(String(filling))
  }

  toString(): string {
    return this.#html
  }
}

export type Filling = string | number | Markup | readonly Markup[]

/** HTML as it stands here, its places filled: `<p>${text}</p>`. Attributes stand in double quotation marks. */
export function markup(pieces: TemplateStringsArray, ...fillings: readonly Filling[]): Markup {
  return Markup.of(pieces, fillings)
}

export const NOTHING = markup``

const SPECIAL: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

function escaped(text: string): string {
  return visibleText(text).replace(/[&<>"'`]/g, (character) => SPECIAL[character] ?? '')
}
