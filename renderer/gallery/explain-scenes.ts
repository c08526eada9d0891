import { explainAutoReply } from '#shared/explain/auto-reply.ts'
import { judgeDelivery, judgeReply } from '#shared/explain/judge-reply.ts'
import { explainProgram } from '#shared/explain/programs/explain-program.ts'
import { explainSignInPage } from '#shared/explain/sign-in-page.ts'
import type { ExplainedCause, Explanation } from '#shared/explain/explanation.ts'
import { partsOf, smtpReply, type ServerReply } from '#shared/domain/server-reply.ts'
import { beginExplaining } from '#renderer/wizard/machine/transitions/explain.ts'
import { FIRST_STEP, type ExplainStep } from '#renderer/wizard/machine/state.ts'
import { workingLane } from '#renderer/gallery/sample-lanes.ts'
import { SEND_REFUSALS } from '#renderer/gallery/sample-refusals.ts'
import { result, scene, type Scene } from '#renderer/gallery/sample-states.ts'

/** Causes on one screen, as for a message to several people. */
const AT_ONCE = 6

function causeOf(reply: ServerReply, ...recipients: readonly string[]): ExplainedCause {
  return { ...judgeDelivery(reply, 'failed'), recipients }
}

function about(reply: ServerReply, others: readonly ServerReply[] = []): Explanation {
  const { code, enhanced, text } = partsOf(reply)
  const main = causeOf(reply, 'bob@example.net')
  return {
    causes: [
      main,
      ...others.map((other, index) => causeOf(other, `carla.${index}@example.com`, 'dan@example.com')),
    ],
    reply: { code, enhanced, text },
    saidBy: 'server',
    bounce: { recipient: 'bob@example.net', remoteServer: 'mx.example.net', temporary: main.temporary },
    account: 'anna@example.org',
  }
}

function answered(explanation: Explanation): ExplainStep {
  const { reply } = explanation
  const text = `${reply?.code ?? ''} ${reply?.enhanced ?? ''} ${reply?.text ?? ''}`
  return { ...beginExplaining(FIRST_STEP), pasted: { text, octets: null }, explanation }
}

const RECEIPT: Explanation = {
  causes: [
    {
      code: 'OK',
      severity: 'info',
      turn: 'nobody',
      facts: {},
      actions: [],
      recipients: ['bob@example.net'],
      temporary: false,
    },
  ],
  reply: null,
  saidBy: 'server',
  bounce: { recipient: 'bob@example.net', remoteServer: 'mx.example.net', temporary: false },
  account: 'anna@example.org',
}

/** What a mailbox answers by itself: an absence, and a filter that asks the sender to confirm. */
const ANSWERS: readonly Explanation[] = [
  'Out of office: Invoice',
  'Confirm your message to bob@example.net',
].map((subject) => {
  const cause = explainAutoReply({
    text: '',
    statuses: [],
    failedRecipient: null,
    writtenTo: 'anna@example.org',
    subject,
    writtenAt: null,
    answersByItself: true,
    isReturned: false,
  })
  return { ...RECEIPT, causes: cause === null ? RECEIPT.causes : [cause], bounce: null }
})

const SIGN_IN: readonly ServerReply[] = [
  smtpReply(535, '5.7.8', 'Username and Password not accepted'),
  smtpReply(534, '5.7.9', 'Application-specific password required'),
  smtpReply(535, '5.7.139', 'Authentication unsuccessful, basic authentication is disabled.'),
]

function alone(reply: ServerReply): Explanation {
  const { code, enhanced, text } = partsOf(reply)
  return {
    causes: [{ ...judgeReply(reply), recipients: [] }],
    reply: { code, enhanced, text },
    saidBy: 'server',
    bounce: null,
    account: null,
  }
}

function aboutWords(text: string): Explanation {
  const page = explainSignInPage(text)
  const cause = page?.cause ?? explainProgram(text) ?? causeOf(smtpReply(599, null, text))
  const reply = { code: null, enhanced: null, text }
  return { causes: [cause], reply, saidBy: page === null ? 'program' : 'page', bounce: null, account: null }
}

const WORDS = [
  'AADSTS90094: Thunderbird needs permission to access resources in your organization that only an admin can grant.',
  'Error 403: access_denied',
  'AADSTS50173: The provided grant has expired due to it being revoked, a fresh auth token is needed.',
  "Task 'anna@example.org' reported error (0x800CCC0E) : 'Cannot connect to server.'",
  'Cannot Verify Server Identity',
]

const EMPTY = beginExplaining(FIRST_STEP)

/** The page for an error text, and what it says about each of them. */
export const EXPLANATIONS: readonly Scene[] = [
  scene('explain-empty', EMPTY),
  scene('explain-after-test', beginExplaining(result([workingLane('imap')]))),
  scene('explain-nothing', { ...EMPTY, problem: 'empty' }),
  scene('explain-too-big', { ...EMPTY, problem: 'too-big' }),
  scene('explain-receipt', answered(RECEIPT)),
  scene('explain-unknown', answered(about(smtpReply(599, null, 'The stars are not right')))),
  scene('explain-find', answered(alone(smtpReply(599, null, 'The stars are not right')))),
  ...ANSWERS.map((answer, index) => scene(`explain-automatic-${index + 1}`, answered(answer))),
  scene('explain-relay', answered(alone(smtpReply(550, '5.7.1', 'Relaying denied')))),
  scene('explain-by-number', answered(about(smtpReply(550, '5.3.5', 'No')))),
  ...SIGN_IN.map((reply, index) => scene(`explain-sign-in-${index + 1}`, answered(alone(reply)))),
  ...WORDS.map((text, index) => scene(`explain-words-${index + 1}`, answered(aboutWords(text)))),
  ...Array.from({ length: Math.ceil(SEND_REFUSALS.length / AT_ONCE) }, (_, index) => {
    const [first = SEND_REFUSALS[0], ...others] = SEND_REFUSALS.slice(index * AT_ONCE, (index + 1) * AT_ONCE)
    return scene(`explain-causes-${index + 1}`, first === undefined ? EMPTY : answered(about(first, others)))
  }),
]
