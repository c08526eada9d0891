import { expect } from 'playwright/test'
import type { Script } from '#engine/practice/kit/scripted-server.ts'
import type { WizardPages } from '../pages/wizard.ts'
import type { NetworkView } from './changeable-world.ts'
import { expectGreen, HOME, IMAP, imapServer, SMTP, smtpServer, test } from './doctor.ts'

const portal: Script = async (conversation) => {
  while (((await conversation.readLine()) ?? '') !== '');
  await conversation.sendRaw(
    'HTTP/1.1 302 Found\r\nLocation: http://192.168.8.1/welcome\r\nContent-Length: 0\r\n\r\n',
  )
}

/** Lets the computer be somewhere else, by the button that asks for it. */
async function moveTo(wizard: WizardPages, move: () => void): Promise<void> {
  await wizard.test.button('Test in another network').first().click()
  const dialog = wizard.page.getByRole('dialog', { name: 'Try another network' })
  await expect(dialog).toContainText('You do not have to type anything again.')
  move()
  await dialog.getByRole('button', { name: 'I am in the other network, test again' }).click()
}

test.describe('in a hotel', () => {
  const HOTEL: NetworkView = {
    ...HOME,
    name: 'hotel',
    silent: [`${SMTP}:465`, `${SMTP}:587`, `${SMTP}:2525`],
  }
  test.use({ network: HOTEL })

  test('sending is swallowed, works over the phone, and the two networks are set side by side', async ({
    wizard,
    world,
    setUp,
    picture,
  }) => {
    await setUp()
    await expect(wizard.test.finding('This network blocks port 465')).toBeVisible()
    await picture('swallowed')
    await moveTo(wizard, () => world.show({ ...HOME, name: 'phone' }))
    await expectGreen(wizard)
    const comparison = wizard.page.getByRole('region', { name: 'Two networks, side by side' })
    await expect(comparison.getByRole('row', { name: /^Outgoing/ })).toContainText('Works')
    await expect(wizard.page.getByText(/the other network blocks the connection/)).toBeVisible()
    await picture('works-over-the-phone')
    await wizard.test.button(/^Copy a request/).click()
    await expect(wizard.page.getByRole('dialog').getByRole('textbox')).toHaveValue(
      /TCP smtp\.example\.org:465/,
    )
  })

  test('the user has not moved, and that is noticed', async ({ wizard, setUp }) => {
    await setUp()
    await moveTo(wizard, () => {})
    await expect(wizard.page.getByText('This computer seems to be in the same network')).toBeVisible()
  })
})

test.describe('in a train', () => {
  test.use({
    network: { name: 'train', endpoints: { 'example.org:80': portal }, silent: [IMAP, SMTP] },
  })

  test('the page of the network comes first, and then everything works', async ({
    wizard,
    world,
    setUp,
    picture,
  }) => {
    await setUp()
    await expect(wizard.test.finding('This network requires a sign-in first')).toHaveCount(1)
    await expect(wizard.page.getByRole('main')).toContainText('Here it is 192.168.8.1')
    await expect(wizard.page.getByRole('main')).toContainText('Your password was not sent')
    await picture('sign-in-to-the-network')
    world.show({ ...HOME, name: 'train' })
    await wizard.test.button('I have signed in to the network, test again').first().click()
    await expectGreen(wizard)
    await picture('works-behind-the-page')
  })
})

test.describe('behind a filter of names', () => {
  const GMAIL = { imap: 'imap.gmail.com', smtp: 'smtp.gmail.com' }
  const OPEN: NetworkView = {
    name: 'phone',
    endpoints: { [`${GMAIL.imap}:993`]: imapServer('tls'), [`${GMAIL.smtp}:465`]: smtpServer('tls') },
  }
  test.use({ network: { ...OPEN, name: 'school', names: { [GMAIL.imap]: null } } })

  test('a server is said not to exist, and exists in another network', async ({
    wizard,
    world,
    setUp,
    picture,
  }) => {
    const security = 'SSL/TLS'
    await setUp(async ({ servers }) => {
      await servers.change('Incoming (IMAP)', { host: GMAIL.imap, port: 993, security })
      await servers.change('Outgoing (SMTP)', { host: GMAIL.smtp, port: 465, security })
    })
    await expect(
      wizard.test.finding("This network can't find imap.gmail.com, although it exists"),
    ).toBeVisible()
    await picture('hidden-by-a-filter')
    await moveTo(wizard, () => world.show(OPEN))
    await expectGreen(wizard)
    await picture('found-elsewhere')
  })
})
