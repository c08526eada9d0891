import { writeFile } from 'node:fs/promises'
import { expect, type Page } from 'playwright/test'
import { test } from '../fixtures.ts'

/**
 * What a technician asks first about a mail account that does not work, and what the answer to it says in the report of
 * the mailbox whose password was mistyped.
 */
const TEN_QUESTIONS: readonly (readonly [question: string, place: string, answer: RegExp])[] = [
  ['Whose account is it?', 'who', /anna@typo\.example/],
  ['What failed?', 'what', /User name or password is wrong/],
  ['Which code does it have?', 'code', /AUTH_REJECTED, at the stage: sign-in/],
  ['Which server, port and encryption?', 'server', /Incoming \(IMAP\)\s*imap\.typo\.example:993 SSL\/TLS/],
  ['What did the server say?', 'said', /\w{5,}/],
  [
    'Was the password sent, and where?',
    'password',
    /Your password was sent, encrypted, to imap\.typo\.example/,
  ],
  [
    'When was it tested, in UTC, and since when is it so?',
    'when',
    /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\s*\S+/,
  ],
  [
    'Which address, over which network?',
    'address',
    /Connected to 127\.0\.0\.1\s*Direct connection over IPv4/,
  ],
  ['Which certificate?', 'certificate', /issued by .+\s*Valid until \d{4}-\d\d-\d\d, TLSv1\.[23]/],
  ['Which versions?', 'versions', /Mailwright \d+\.\d+\.\d+ \((?:browser|desktop)\)\s*\S+/],
]

const SCREEN = { width: 1280, height: 800 }

/** What a page on a file would have loaded, run or complained about. */
function watch(page: Page): readonly string[] {
  const seen: string[] = []
  page.on('request', (request) => seen.push(request.url()))
  page.on('console', (message) => seen.push(message.text()))
  page.on('pageerror', (error) => seen.push(error.message))
  return seen
}

test('the report of a failing setup answers ten questions on its first screen, and Mailwright opens it again', async ({
  wizard,
  app,
  openChromium,
}, testInfo) => {
  await wizard.goToSignIn('anna@typo.example')
  await wizard.signIn.test('sunflowre')
  await expect(wizard.test.finding('User name or password is wrong')).toHaveCount(1)
  const { name, content } = await wizard.report.save(/^Web page/)
  expect(name).toMatch(/^mailwright-anna@typo\.example-\d{4}-\d\d-\d\d\.html$/)
  expect(content).not.toContain('sunflowre')

  const context = await (await openChromium()).newContext({ viewport: SCREEN })
  const page = await context.newPage()
  const seen = watch(page)
  const path = testInfo.outputPath(name)
  await writeFile(path, content)
  await page.goto(`file://${path}`)
  for (const [question, place, answer] of TEN_QUESTIONS) {
    const cell = page.locator(`[data-question="${place}"]`)
    await expect(cell, question).toHaveText(answer)
    const box = await cell.boundingBox()
    expect(box === null ? SCREEN.height + 1 : box.y + box.height, question).toBeLessThanOrEqual(SCREEN.height)
  }
  for (const width of [1280, 360, 320]) {
    await page.setViewportSize({ width, height: 800 })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide, `${width} px`).toBeLessThanOrEqual(0)
  }
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(seen).toEqual([`file://${path}`])
  await context.close()

  await wizard.page.getByRole('button', { name: 'Compare with a report' }).click()
  await wizard.report.choose('Choose a file', name, content)
  await expect(wizard.title).toHaveText('Report about anna@typo.example')
  await expect(wizard.report.difference).toContainText('Nothing is different.')
  await app.page.getByRole('button', { name: 'Back' }).click()
  await expect(wizard.test.finding('User name or password is wrong')).toHaveCount(1)
})

test('a report that is dropped on the first page is shown, and one that was changed is not', async ({
  wizard,
  app,
}) => {
  await wizard.goToSignIn('anna@hotel.example')
  await wizard.signIn.test('sunflower')
  await expect(wizard.test.finding('This network blocks port 587')).toBeVisible()
  const broken = await wizard.report.save(/^JSON/)
  await wizard.test.button('Use port 465 and test again').click()
  await wizard.signIn.testOtherServers('sunflower')
  await expect(wizard.title).toHaveText('Everything works')
  const working = await wizard.report.save(/^Web page/)
  await wizard.test.save()
  await wizard.done.setUpAnother()

  await wizard.report.drop('report.json', broken.content)
  await expect(wizard.title).toHaveText('Report about anna@hotel.example')
  await expect(app.page.getByText('This network blocks port 587').first()).toBeVisible()
  // What a report proposes is read and not pressed.
  await expect(app.page.getByRole('button', { name: /port 465/ })).toHaveCount(0)
  await wizard.report.choose('Compare with another report', 'working.html', working.content)
  await expect(wizard.report.difference).toContainText('Works in the second, not in the first')

  const changed = broken.content.replace('NET_PORT_BLOCKED', 'ALL_IS_WELL')
  await wizard.report.choose('Choose a file', 'changed.json', changed)
  await expect(wizard.report.problem).toContainText('It is not shown.')
})
