import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { InterruptedError } from '#cli/exit-status.ts'
import { askSecret, confirm } from '#cli/prompt.ts'
import type { Terminal } from '#cli/terminal.ts'

/** A terminal in which nothing but what is given is typed; it is never closed by itself. */
function terminalWith(typed: readonly (string | Buffer)[], signal = AbortSignal.timeout(5_000)) {
  const modes: boolean[] = []
  const input = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (raw: boolean) => modes.push(raw),
  })
  const progress = Object.assign(new PassThrough(), { isTTY: true, columns: 80 })
  const terminal: Terminal = { input, progress, results: new PassThrough(), env: {}, signal }
  for (const piece of typed) input.write(piece)
  let said = ''
  progress.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
  return { terminal, modes, said: () => said }
}

const ask = (...typed: readonly (string | Buffer)[]) => askSecret(terminalWith(typed).terminal, 'Password?')

describe('what is typed at the prompt for a password', () => {
  test.each<readonly [string, readonly (string | Buffer)[], string]>([
    ['letters', ['Kanari-77\r'], 'Kanari-77'],
    ['letters one by one', Array.from('Kanari-77\r'), 'Kanari-77'],
    [
      'letters of several octets, torn apart',
      [...Buffer.from('pä😀ss\r')].map((o) => Buffer.of(o)),
      'pä😀ss',
    ],
    ['blanks at both ends', [' a b \r'], ' a b '],
    ['a backspace', ['Kanary\u007fi\r'], 'Kanari'],
    ['a backspace of another terminal', ['Kanary\bi\r'], 'Kanari'],
    ['a backspace behind a letter of four octets', ['a😀\u007fb\r'], 'ab'],
    ['more backspaces than letters', ['a\u007f\u007f\u007fb\r'], 'b'],
    ['a line that is taken back (Ctrl+U)', ['wrong\u0015right\r'], 'right'],
    ['a word that is taken back (Ctrl+W)', ['one two \u0017three\r'], 'one three'],
    ['a pasted text with its marks', ['\u001b[200~Kanari-77\u001b[201~\r'], 'Kanari-77'],
    ['a pasted text with the end of its line', ['\u001b[200~Kanari-77\n\u001b[201~\r'], 'Kanari-77'],
    ['marks torn apart, and more behind them', ['\u001b[20', '0~Kan\u001b', '[201~ari\r'], 'Kanari'],
  ])('%s: is taken as it is', async (_, typed, secret) => {
    expect(await ask(...typed)).toBe(secret)
  })

  test.each<readonly [string, string | Buffer, string]>([
    ['an escape sequence', 'Kan\u001b[Dari\r', 'control-character'],
    ['a bare escape', 'Kan\u001bari\r', 'control-character'],
    ['an escape of one octet (C1)', 'Kan\u009bDari\r', 'control-character'],
    ['a tabulator', 'Kan\tari\r', 'control-character'],
    ['an end of file behind letters', 'Kanari\u0004\r', 'control-character'],
    ['a pasted text of two lines', '\u001b[200~Kan\rari\u001b[201~\r', 'control-character'],
    ['a paste in a paste', '\u001b[200~a\u001b[200~b\u001b[201~\r', 'control-character'],
    ['octets that are no UTF-8', Buffer.from('p\u00e4ss\r', 'latin1'), 'undecodable'],
    ['nothing', '\r', 'empty'],
    ['a file without an end of a line', 'x'.repeat(20_000), 'too-long'],
  ])('%s: is refused', async (_, typed, problem) => {
    await expect(ask(typed)).rejects.toMatchObject({ text: { key: `cli.secret.${problem}` } })
  })
})

describe('the prompt for a password', () => {
  test.each([
    ['Ctrl+C', 'Kanari\u0003'],
    ['Ctrl+C in a paste', '\u001b[200~Kanari\u0003'],
    ['Ctrl+D on an empty line', '\u0004'],
  ])('%s: is an interruption', async (_, typed) => {
    await expect(ask(typed)).rejects.toBeInstanceOf(InterruptedError)
  })

  test('a signal: is an interruption', async () => {
    const interrupt = new AbortController()
    const { terminal } = terminalWith(['Kan'], interrupt.signal)
    const asked = askSecret(terminal, 'Password?')
    interrupt.abort()
    await expect(asked).rejects.toBeInstanceOf(InterruptedError)
  })

  test('a terminal that is gone: is an interruption', async () => {
    const { terminal } = terminalWith(['Kan'])
    ;(terminal.input as PassThrough).end()
    await expect(askSecret(terminal, 'Password?')).rejects.toBeInstanceOf(InterruptedError)
  })

  test('is not shown, and the terminal is as it was before', async () => {
    const { terminal, modes, said } = terminalWith(['Kanari-77\r'])
    await askSecret(terminal, 'Password?')
    expect({ modes, said: said() }).toEqual({ modes: [true, false], said: 'Password? \n' })
  })

  test('what is typed beyond it answers the next question', async () => {
    const { terminal } = terminalWith(['Kanari-77\ry\r'])
    await askSecret(terminal, 'Password?')
    expect(await confirm(terminal, 'Go on?')).toBe(true)
  })
})

describe('at a question with yes and no', () => {
  test.each([
    ['Ctrl+C', '\u0003'],
    ['Ctrl+C behind an answer', 'y\u0003'],
    ['Ctrl+D', '\u0004'],
  ])('%s is an interruption', async (_, typed) => {
    const { terminal } = terminalWith([typed])
    await expect(confirm(terminal, 'Go on?')).rejects.toBeInstanceOf(InterruptedError)
  })
})
