import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { reportJson } from '#shared/report/report-json.ts'
import { launchStandIn, type StandInApp } from '../../support/electron-stand-in/launch.ts'
import { reportWith, WORKING } from '../../unit/shared/report/report-kit.ts'
import { test as base } from '../fixtures.ts'

interface Opening {
  readonly folder: string
  readonly report: string
  readonly start: (...args: readonly string[]) => Promise<StandInApp>
}

const test = base.extend<Opening>({
  // eslint-disable-next-line no-empty-pattern -- the runner reads what a fixture needs from this pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'mailwright-opened-'))
    await use(folder)
    await rm(folder, { recursive: true })
  },
  report: async ({ folder }, use) => {
    const path = join(folder, 'from the helpdesk.mailwright-report')
    await writeFile(path, reportJson(reportWith([WORKING]), 2))
    await use(path)
  },
  start: async ({ openChromium }, use) => {
    const started: StandInApp[] = []
    await use(async (...args) => {
      const app = await launchStandIn(await openChromium(), ['--practice', ...args])
      started.push(app)
      return app
    })
    for (const app of started) await app.close()
  },
})

const title = (app: StandInApp) => app.page.getByRole('heading', { level: 1 })
const SHOWN = /^Report about /

test('a report that is opened with Mailwright is shown', async ({ start, report }) => {
  await expect(title(await start(report))).toHaveText(SHOWN)
})

test('a report that is opened while Mailwright runs is shown in its window, on each system', async ({
  start,
  report,
}) => {
  const app = await start()
  await title(app).waitFor()
  app.tell({
    type: 'second-instance',
    args: ['mailwright', 'from the helpdesk.mailwright-report'],
    folder: join(report, '..'),
  })
  await expect(title(app)).toHaveText(SHOWN)
  expect(app.focusCount()).toBe(1)
  await app.page.getByRole('button', { name: 'Back' }).click()
  await expect(title(app)).not.toHaveText(SHOWN)
  app.tell({ type: 'open-file', path: report })
  await expect(title(app)).toHaveText(SHOWN)
})

test('a report waits until what the user is at is done', async ({ start, report }) => {
  const app = await start()
  await app.page.getByRole('textbox').fill('anna@practice.example')
  await app.page.keyboard.press('Enter')
  await expect(title(app)).toHaveText('anna@practice.example')
  app.tell({ type: 'open-file', path: report })
  await app.page.getByRole('button', { name: 'Back' }).click()
  await expect(title(app)).toHaveText(SHOWN)
})

test('what is no report says so, and a file that is gone too', async ({ start, folder }) => {
  const path = join(folder, 'other.mailwright-report')
  await writeFile(path, 'a letter')
  const app = await start(path)
  await expect(app.page.getByRole('alert')).toContainText('not a report of Mailwright')
})

test('a policy that is opened is named with the place it works from, and nothing goes by it', async ({
  start,
  folder,
}) => {
  const good = join(folder, 'contoso.mailwright-policy')
  await writeFile(
    good,
    JSON.stringify({ schema: 1, organisation: 'Contoso', support: { text: 'Helpdesk 4711' } }),
  )
  const app = await start(good)
  await expect.poll(() => app.said).toEqual([expect.stringContaining("Contoso's policy")])
  expect(app.said[0]).toContain('/etc/mailwright/policy.json')
  await title(app).waitFor()
  await expect(app.page.getByText('Helpdesk 4711')).toHaveCount(0)
  const bad = join(folder, 'bad.mailwright-policy')
  await writeFile(bad, '{')
  app.tell({ type: 'open-file', path: bad })
  await expect.poll(() => app.said).toHaveLength(2)
  expect(app.said[1]).toContain("can't be used")
})
