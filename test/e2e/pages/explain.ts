import type { Locator, Page } from 'playwright/test'

export class ExplainPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get field(): Locator {
    return this.#page.getByRole('textbox', { name: 'Error message' })
  }

  get answer(): Locator {
    return this.#page.getByRole('region', { name: 'What it means' })
  }

  /** What a screen reader says about the answer. */
  get announcement(): Locator {
    return this.#page.getByRole('status').filter({ hasText: /./ })
  }

  get message(): Locator {
    return this.#page.getByRole('dialog').getByRole('textbox')
  }

  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: 'I have an error message' }).click()
  }

  /** Pastes as a person does: with the keys, from the clipboard. */
  async paste(text: string): Promise<void> {
    await this.field.evaluate((field: HTMLTextAreaElement, pasted) => {
      field.focus()
      field.select()
      const data = new DataTransfer()
      data.setData('text/plain', pasted)
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      if (!field.dispatchEvent(event)) return
      field.setRangeText(pasted, field.selectionStart, field.selectionEnd, 'end')
      field.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }))
    }, text)
  }

  async openFile(name: string, content: string): Promise<void> {
    const chooser = this.#page.waitForEvent('filechooser')
    await this.#page.getByRole('button', { name: 'Open a file' }).click()
    await (await chooser).setFiles({ name, mimeType: 'message/rfc822', buffer: Buffer.from(content) })
  }

  /** Drops a file somewhere on the page, and says whether the browser would have left the page for it. */
  dropFile(name: string, content: string): Promise<'kept' | 'left'> {
    return this.#page.evaluate(
      ([title, text]) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([text], title))
        const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })
        return document.body.dispatchEvent(drop) ? 'left' : 'kept'
      },
      [name, content] as const,
    )
  }

  async back(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Back' }).click()
  }
}
