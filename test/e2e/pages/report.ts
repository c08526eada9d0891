import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright/test'

export class ReportPage {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  get problem(): Locator {
    return this.#page.getByRole('alert').filter({ hasText: /./ })
  }

  get difference(): Locator {
    return this.#page.getByRole('region', { name: 'What is different' })
  }

  /** Saves in one of the forms, and gives the file. */
  async save(form: RegExp): Promise<{ readonly name: string; readonly content: string }> {
    await this.#page.getByRole('button', { name: 'Save a report' }).click()
    const dialog = this.#page.getByRole('dialog')
    await dialog.getByRole('radio', { name: form }).check()
    const download = this.#page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Save' }).click()
    const file = await download
    const content = await readFile(await file.path(), 'utf8')
    await dialog.getByRole('button', { name: 'Close' }).click()
    return { name: file.suggestedFilename(), content }
  }

  async choose(button: string, name: string, content: string): Promise<void> {
    const chooser = this.#page.waitForEvent('filechooser')
    await this.#page.getByRole('button', { name: button }).click()
    await (await chooser).setFiles({ name, mimeType: 'text/html', buffer: Buffer.from(content) })
  }

  /** Drops a file on whatever page is open. */
  async drop(name: string, content: string): Promise<void> {
    await this.#page.evaluate(
      ([title, text]) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([text], title))
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
      },
      [name, content] as const,
    )
  }
}
