import { expect } from 'playwright/test'
import { test } from '../fixtures.ts'

test('a newcomer comes from an address to three green services and a saved account', async ({
  wizard,
  app,
}) => {
  await wizard.address.practiceMailbox('Everything works').click()
  await app.page.getByRole('button', { name: 'Continue' }).click()
  await expect(wizard.servers.card('Outgoing (SMTP)')).toContainText('Standard settings of Practice Mail')
  await wizard.servers.alsoCheckPop()
  await wizard.servers.confirm()
  await app.page.getByRole('button', { name: 'sunflower' }).click()
  await app.page.getByRole('button', { name: /^Sign in to imap/ }).click()
  await expect(wizard.title).toHaveText('Everything works')
  await expect(wizard.test.proof.getByRole('listitem')).toHaveCount(3)
  await wizard.test.save()
  await expect(wizard.done.title).toBeVisible()
  await wizard.done.setUpAnother()
  await expect(wizard.address.savedAccount('anna@practice.example')).toContainText('practice keychain')
})

test('a mistyped password is refused once, and the right one works', async ({ wizard }) => {
  await wizard.goToSignIn('anna@typo.example')
  await wizard.signIn.test('sunflowre')
  await expect(wizard.test.finding('User name or password is wrong')).toHaveCount(1)
  await expect(wizard.page.getByText('Concerns Incoming (IMAP) and Outgoing (SMTP).')).toBeVisible()
  await expect(wizard.page.getByText(/Your password was (not )?sent/)).toHaveText([
    'Your password was sent, encrypted, to imap.typo.example.',
  ])
  // The field to correct is part of the card, and Enter is its main action.
  await expect(wizard.signIn.field).toHaveCount(1)
  await wizard.signIn.field.fill('sunflower')
  await wizard.signIn.field.press('Enter')
  await expect(wizard.title).toHaveText('Everything works')
})

test('a blocked port is named, and another one leads to green', async ({ wizard }) => {
  await wizard.goToSignIn('anna@hotel.example')
  await wizard.signIn.test('sunflower')
  await expect(wizard.test.finding('This network blocks port 587')).toBeVisible()
  await expect(wizard.test.card('smtp')).toContainText('Your password was not sent.')
  await wizard.test.button('Use port 465 and test again').click()
  await wizard.signIn.testOtherServers('sunflower')
  await expect(wizard.title).toHaveText('Everything works')
})

test('an expired certificate is explained, the provider can be asked, and after the renewal it works', async ({
  wizard,
  app,
}) => {
  await wizard.goToSignIn('anna@expired.example')
  await wizard.signIn.test('sunflower')
  await expect(wizard.test.finding('The certificate of imap.expired.example has expired')).toBeVisible()
  // What helps comes first: only the provider can renew it.
  const card = wizard.test.finding('The certificate of imap.expired.example has expired').locator('../..')
  await expect(card.getByRole('button').first()).toHaveText('Copy a message for your provider')
  await wizard.test.button('Copy a message for your provider').click()
  const message = app.page.getByRole('dialog').getByRole('textbox')
  await expect(message).toHaveValue(
    /Server: imap\.expired\.example\nPort: 993 \(IMAP, SSL\/TLS\)[\s\S]*Code: TLS_EXPIRED/,
  )
  await app.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await wizard.test.button(/^Test again$/).click()
  await expect(wizard.title).toHaveText('Everything works')
})

test('a stripped encryption is not replaced by an open line', async ({ wizard }) => {
  await wizard.goToSignIn('anna@stripped.example')
  await wizard.signIn.test('sunflower')
  await expect(wizard.test.finding('smtp.stripped.example did not offer encryption')).toBeVisible()
  await wizard.test.button('Use port 465 and test again').click()
  await wizard.signIn.testOtherServers('sunflower')
  await expect(wizard.title).toHaveText('Everything works')
})

test('an app password is asked for and taken with its spaces', async ({ wizard }) => {
  await wizard.goToSignIn('anna@two-step.example')
  await wizard.signIn.test('sunflower')
  await expect(wizard.test.finding('imap.two-step.example requires an app password')).toBeVisible()
  await expect(wizard.page.getByText('16 letters in 4 groups of 4.')).toBeVisible()
  await wizard.signIn.test('sunflower')
  await expect(wizard.page.getByText('This does not look like an app password')).toBeVisible()
  await wizard.signIn.test('abcd efgh ijkl mnop')
  await expect(wizard.title).toHaveText('Everything works')
})

test('after the proof the records can be looked at, and the one that is missing copied', async ({
  wizard,
  app,
}) => {
  await wizard.goToSignIn('anna@practice.example')
  await wizard.signIn.test('sunflower')
  await expect(wizard.title).toHaveText('Everything works')
  const { arrival } = wizard.test
  await expect(arrival.getByRole('listitem')).toHaveCount(0)
  await arrival.getByRole('button', { name: 'Check the DNS records' }).click()
  await expect(arrival.getByRole('status').first()).toHaveText('Something should be changed.')
  await expect(arrival).toContainText('Your sending service may send for practice.example')
  await expect(arrival).toContainText('That is a sign, not a proof')
  await expect(arrival.locator('[data-subject="dmarc"]')).toContainText('v=DMARC1; p=none')
  await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await arrival.getByRole('button', { name: 'Copy the value for _dmarc.practice.example' }).click()
  await expect(arrival).toContainText('Copied')
  expect(await app.page.evaluate(() => navigator.clipboard.readText())).toBe('v=DMARC1; p=none')
})

test('a message to oneself goes out, comes back, and is part of the proof', async ({ wizard }) => {
  await wizard.goToSignIn('anna@practice.example')
  await wizard.signIn.test('sunflower')
  await expect(wizard.title).toHaveText('Everything works')
  await wizard.test.button('Send myself a test message').click()
  await expect(wizard.title).toHaveText('Everything works')
  await expect(wizard.test.proof).toContainText(/A message you sent to yourself arrived/)
  await expect(wizard.test.button('Send myself a test message')).toHaveCount(0)
  await expect(wizard.test.lane('smtp')).toContainText('Send')
  await expect(wizard.test.lane('imap')).toContainText('Receive')
})
