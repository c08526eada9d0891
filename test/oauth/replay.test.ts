import { afterEach, expect, test } from 'vitest'
import { createTranslator } from '#shared/i18n/translator.ts'
import { openListener, type LoopbackAnswer } from '#engine/oauth/loopback-listener.ts'
import { answer, startScriptedLogin, TOKEN, type ScriptedLogin } from '../support/oauth/scripted-login.ts'
import { onPage, runSignIn } from '../support/oauth/sign-in-bench.ts'

let login: ScriptedLogin | undefined
afterEach(() => login?.web.stop())

test('a replay, with the same code or another, is told that the answer was used, and nothing comes of it', async () => {
  const opened = await openListener({
    path: 'random',
    name: '127.0.0.1',
    state: 'the-state',
    page: (kind) => ({ title: `<${kind}>`, text: kind }),
    language: 'en',
  })
  if (!opened.ok) throw new Error(opened.error)
  const { redirectUri, answers, close } = opened.value
  const come = (code: string) => fetch(`${redirectUri}?code=${code}&state=the-state`)
  expect((await come('first')).status).toBe(200)
  for (const code of ['first', 'planted']) {
    const again = await come(code)
    expect(again.status).toBe(400)
    expect(await again.text()).toContain('<h1>&lt;used></h1>')
  }
  close()
  const told: LoopbackAnswer[] = []
  for await (const one of answers) told.push(one)
  expect(told.map((one) => one.kind === 'answer' && one.parameters.get('code'))).toEqual(['first'])
})

test.each(['en', 'de'] as const)(
  'in "%s", a sign-in that has its answer is untouched by a replay, which is told so',
  async (language) => {
    let page = ''
    const replays: string[] = []
    const replay = async () => {
      // As it was, and with a code of an attacker.
      for (const change of [{}, { code: 'planted' }]) replays.push(await (await answer(page, change)).text())
    }
    login = await startScriptedLogin({
      // It comes while the code is being redeemed.
      token: (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' })
        void replay().finally(() => response.end(JSON.stringify(TOKEN)))
      },
    })
    const { grant, events } = await runSignIn(
      'browser',
      login.job({ language }),
      onPage((url) => {
        page = url
        return answer(url)
      }),
    )
    const title = createTranslator(language).t('oauth.page.used.title')
    expect(replays).toEqual([expect.stringContaining(title), expect.stringContaining(title)])
    expect(events.map(({ type }) => type)).toEqual(['preparing', 'opened'])
    expect(grant).toMatchObject({ ok: true })
    expect(login.web.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
    await expect(answer(page), 'afterwards no port listens').rejects.toThrow()
  },
)
