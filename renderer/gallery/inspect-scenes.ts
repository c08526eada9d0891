import { ok } from '#shared/outcome.ts'
import type { AccountReview, InspectedProfile } from '#shared/programs/account-review.ts'
import type { FixOffer } from '#shared/programs/fix/fix-offer.ts'
import type { ProgramAccount } from '#shared/programs/program-account.ts'
import type { SettingFinding } from '#shared/programs/setting-finding.ts'
import { NOT_FIXING } from '#renderer/wizard/machine/fixing.ts'
import type { Inspecting } from '#renderer/wizard/machine/inspecting.ts'
import { FIRST_STEP, type InspectStep, type ProgramsStep } from '#renderer/wizard/machine/state.ts'
import { smtpReply } from '#shared/domain/server-reply.ts'
import { failedLane } from '#renderer/gallery/sample-failures.ts'
import { workingLane } from '#renderer/gallery/sample-lanes.ts'
import { scene, type Scene } from '#renderer/gallery/sample-states.ts'

const PATH = '/home/anna/.thunderbird/x7f3k2.default-release/prefs.js'

const ANNA: ProgramAccount = {
  name: 'anna@example.org',
  address: 'anna@example.org',
  services: [
    {
      protocol: 'imap',
      host: 'imap.example.org',
      port: 993,
      encryption: 'tls',
      userName: 'anna@example.org',
      method: 'password',
      certificate: 'checked',
    },
    {
      protocol: 'smtp',
      host: 'smtp.example.org',
      port: 587,
      encryption: 'starttls',
      userName: null,
      method: 'none',
      certificate: 'checked',
    },
  ],
}

const NO_SIGN_IN: SettingFinding = {
  code: 'SET_NO_SIGN_IN',
  severity: 'error',
  turn: 'you',
  field: 'authentication',
  protocol: 'smtp',
  has: 'none',
  should: 'password',
  live: null,
}

const PORT: SettingFinding = {
  code: 'SET_SERVER',
  severity: 'warning',
  turn: 'you',
  field: 'server',
  protocol: 'smtp',
  has: 'smtp.example.org',
  should: 'mail.example.org',
  live: null,
}

const PROFILES: readonly InspectedProfile[] = [
  {
    id: 'profile-1',
    client: 'thunderbird',
    version: '140.5.0',
    path: PATH,
    read: ok({
      accounts: [
        { client: 'thunderbird', account: ANNA, findings: [] },
        {
          client: 'thunderbird',
          account: {
            ...ANNA,
            name: 'work',
            address: 'anna.lindqvist@office.example.net',
            services: ANNA.services.map((one) => (one.protocol === 'smtp' ? { ...one, port: 993 } : one)),
          },
          findings: [{ ...NO_SIGN_IN, code: 'SET_PORT', field: 'port', has: '993', should: '587' }],
        },
      ],
      notes: [],
    }),
  },
  {
    id: 'profile-2',
    client: 'evolution',
    version: null,
    path: '/home/anna/.config/evolution/sources',
    read: { ok: false, error: 'FILE_DENIED' },
  },
  {
    id: 'profile-3',
    client: 'msmtp',
    version: null,
    path: '/home/anna/.msmtprc',
    read: ok({
      accounts: [{ client: 'msmtp', account: { ...ANNA, services: ANNA.services.slice(1) }, findings: [] }],
      notes: ['command'],
    }),
  },
]

const LISTED: ProgramsStep = {
  step: 'programs',
  profiles: PROFILES,
  given: null,
  problem: null,
  from: FIRST_STEP,
}

const REVIEW: AccountReview = {
  reviewId: 'review-1',
  address: 'anna@example.org',
  known: { day: '2026-11-27', candidates: [], provider: null },
  findings: [],
  tests: [
    {
      setupId: 'gallery',
      services: [
        {
          endpoint: { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' },
          userName: 'anna@example.org',
          signIn: 'password',
        },
      ],
      credential: 'wanted',
    },
    {
      setupId: 'gallery-2',
      services: [
        {
          endpoint: { protocol: 'smtp', host: 'smtp.example.org', port: 587, security: 'starttls' },
          userName: '',
          signIn: 'none',
        },
      ],
      credential: 'none',
    },
  ],
  passwords: 'one',
  untested: [],
}

function inspect(inspecting: Inspecting, fixing = NOT_FIXING): InspectStep {
  return {
    step: 'inspect',
    subject: { client: 'thunderbird', account: ANNA, profileId: 'profile-1' },
    inspecting,
    fixing,
    from: LISTED,
  }
}

const failed = failedLane('smtp', 'login', {
  kind: 'rejected',
  reply: smtpReply(530, '5.7.0', 'Authentication required'),
})
const LANES = [workingLane('imap'), failed]

const OFFER: FixOffer = {
  previewId: 'preview-1',
  next: 'write',
  changes: [
    {
      line: 118,
      before: 'user_pref("mail.smtpserver.smtp1.authMethod", 1);',
      after: 'user_pref("mail.smtpserver.smtp1.authMethod", 3);',
    },
    { line: 121, before: null, after: 'user_pref("mail.smtpserver.smtp1.username", "anna@example.org");' },
  ],
}

/** What programs have set up, and what is wrong about it. */
export const INSPECTIONS: readonly Scene[] = [
  scene('programs', LISTED),
  scene('inspect-password', inspect({ state: 'ready', review: REVIEW })),
  scene(
    'inspect-wrong',
    inspect(
      {
        state: 'judged',
        review: REVIEW,
        lanes: LANES,
        results: LANES.flatMap(({ result }) =>
          result === null ? [] : [{ ...result, passwordSent: 'no' as const }],
        ),
        findings: [{ ...NO_SIGN_IN, live: failed.result?.findings[0] ?? null }, PORT],
      },
      { ...NOT_FIXING, offer: { ...OFFER, next: 'try' } },
    ),
  ),
  scene(
    'inspect-change',
    inspect(
      { state: 'ready', review: { ...REVIEW, findings: [NO_SIGN_IN] } },
      { ...NOT_FIXING, view: 'lines', offer: OFFER, problem: 'PROFILE_OPEN' },
    ),
  ),
]
