import { expect } from 'playwright/test'
import { test } from '../fixtures.ts'

/** Types into the first field within the task that put it on the page: the fastest typist there can be. */
function typeAtOnce(): void {
  const observer = new MutationObserver(() => {
    const field = document.querySelector('input')
    if (field === null) return
    observer.disconnect()
    field.focus()
    for (const letter of 'anna') document.execCommand('insertText', false, letter)
  })
  observer.observe(document, { childList: true, subtree: true })
}

test.use({ launch: { args: ['--practice'], inPage: typeAtOnce } })

test('what is typed while the page is still being put together is kept', async ({ wizard, app }) => {
  await expect(wizard.address.field).toHaveValue('anna')
  await app.page.keyboard.type('@practice.example')
  await expect(wizard.address.field).toHaveValue('anna@practice.example')
})
