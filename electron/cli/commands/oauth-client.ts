import { OAUTH_ISSUERS } from '#shared/catalogue/oauth/issuers.ts'
import { parseDomainName } from '#shared/domain/domain-name.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { ClientCheck } from '#shared/oauth/client-check.ts'
import {
  adminConsentUrl,
  isClientIdForm,
  NO_TENANT,
  policyWithClient,
  registrationAt,
  type OAuthRegistration,
} from '#shared/oauth/client-registration.ts'
import { knownScopes } from '#shared/oauth/scopes.ts'
import { clientKit } from '#shared/report/client-kit.ts'
import { letterText, type Letter } from '#shared/report/letter.ts'
import type { UseCases } from '#engine/use-cases.ts'
import { flag, valued } from '#cli/command-option.ts'
import type { Command, Invocation } from '#cli/command.ts'
import { BrokenError, EXIT, UsageError, type ExitStatus } from '#cli/exit-status.ts'
import { print, printJson, say } from '#cli/terminal.ts'
import { withEngine } from '#cli/terminal-engine.ts'

const REGISTRATIONS: ReadonlyMap<
  string,
  { readonly server: string; readonly registration: OAuthRegistration }
> = new Map(
  OAUTH_ISSUERS.flatMap((issuer) => {
    const registration = registrationAt(issuer)
    return registration === null ? [] : [[issuer.id, { server: issuer.name, registration }] as const]
  }),
)

/** As `check` tests them; POP is asked for, not given. */
const PROTOCOLS: readonly Protocol[] = ['imap', 'smtp']

/** What the options say about one issuer. */
interface ClientPlan {
  readonly server: string
  readonly registration: OAuthRegistration
  readonly tenant: string
  readonly protocols: readonly Protocol[]
  /** `''` where there is none, typed or kept. */
  readonly clientId: string
}

export const oauthClientCommand: Command = {
  name: 'oauth-client',
  usage: `oauth-client ${[...REGISTRATIONS.keys()].join('|')} [--tenant DOMAIN] [--pop3] [--client-id ID]
        [--check] [--save | --forget] [--as-policy] [--json]`,
  summary: 'cli.summary.oauth-client',
  options: {
    tenant: valued('DOMAIN', 'cli.option.tenant'),
    pop3: flag('cli.option.pop3-scope'),
    'client-id': valued('ID', 'cli.option.client-id'),
    check: flag('cli.option.check-client'),
    save: flag('cli.option.save-client'),
    forget: flag('cli.option.forget-client'),
    'as-policy': flag('cli.option.as-policy'),
  },
  examples: [
    { line: 'oauth-client microsoft --tenant example.org', text: 'cli.example.oauth-client' },
    {
      line: 'oauth-client microsoft --client-id 1b2c3d4e-0000-4000-8000-000000000000 --check --save',
      text: 'cli.example.oauth-client-check',
    },
  ],
  run: (invocation) => withEngine(invocation.system, (useCases) => carryOut(useCases, invocation)),
}

async function carryOut(useCases: UseCases, invocation: Invocation): Promise<ExitStatus> {
  const { values, terminal } = invocation
  const plan = await readPlan(useCases, invocation)
  const wantsId = ['check', 'save', 'as-policy'].some((name) => values[name] === true)
  if (wantsId && plan.clientId === '') throw new UsageError('cli.usage.client-id')
  if (values['as-policy'] === true && plan.tenant === NO_TENANT) throw new UsageError('cli.usage.tenant')
  await keep(useCases, plan, invocation)
  const check = values['check'] === true ? await checked(useCases, plan, invocation) : null
  tell(plan, check, invocation)
  if (terminal.signal.aborted) return EXIT.problem
  return check === null || check.state === 'known' ? EXIT.proved : EXIT.problem
}

async function readPlan(useCases: UseCases, { positionals, values }: Invocation): Promise<ClientPlan> {
  const known = positionals.length === 1 ? REGISTRATIONS.get(positionals[0] ?? '') : undefined
  if (known === undefined)
    throw new UsageError('cli.usage.issuer-name', { issuers: [...REGISTRATIONS.keys()].join(', ') })
  const { server, registration } = known
  const typed = values['client-id']
  if (typeof typed === 'string' && !isClientIdForm(registration.console, typed))
    throw new UsageError(`oauth.kit.form.${registration.console}`)
  if (values['save'] === true && values['forget'] === true) throw new UsageError('cli.usage.save-or-forget')
  const kept = await useCases.keptClient(registration.id)
  return {
    server,
    registration,
    tenant: readTenant(values['tenant']),
    protocols: values['pop3'] === true ? ['pop3', ...PROTOCOLS] : PROTOCOLS,
    clientId: typeof typed === 'string' ? typed : (kept ?? ''),
  }
}

function readTenant(tenant: Invocation['values'][string]): string {
  if (typeof tenant !== 'string') return NO_TENANT
  const domain = parseDomainName(tenant)
  if (!domain.ok) throw new UsageError('cli.usage.tenant')
  return domain.value.ascii
}

async function keep(
  useCases: UseCases,
  { registration, clientId }: ClientPlan,
  { values, terminal, translator: { t } }: Invocation,
): Promise<void> {
  if (values['save'] !== true && values['forget'] !== true) return
  const kept = await useCases.keepClient(registration.id, values['save'] === true ? clientId : null)
  if (!kept.ok) throw new BrokenError(`code.${kept.error}.title`)
  say(terminal, t(values['save'] === true ? 'oauth.kit.kept' : 'cli.oauth-client.forgotten'))
}

function checked(
  useCases: UseCases,
  { server, registration, clientId }: ClientPlan,
  { terminal, translator: { t } }: Invocation,
): Promise<ClientCheck> {
  say(terminal, t('oauth.kit.checking', { server }))
  const request = { issuerId: registration.id, client: { id: clientId, secret: null } }
  return useCases.checkClient(request, terminal.signal)
}

/** A policy alone on standard output, so that it can be sent into a file. */
function tell(
  plan: ClientPlan,
  check: ClientCheck | null,
  { values, terminal, json, translator: { t } }: Invocation,
): void {
  const { server, registration, tenant, clientId } = plan
  const kit = clientKit(registration, plan, t)
  if (json) printJson(terminal, kitJson(plan, kit, check))
  else if (values['as-policy'] === true)
    print(terminal, policyWithClient(registration, clientId, tenant).trimEnd())
  else if (check === null && values['save'] !== true && values['forget'] !== true)
    print(terminal, letterText(kit, t))
  if (json || check === null) return
  const said = check.serverSaid === null ? '' : ` ${t('server-said')}: ${check.serverSaid}`
  print(terminal, `${t(`oauth.kit.check.${check.state}`, { server })}${said}`)
}

function kitJson(
  { registration, clientId, ...target }: ClientPlan,
  { subject, body }: Letter,
  check: ClientCheck | null,
) {
  const { id, page, redirect } = registration
  return {
    schema: 1,
    issuer: id,
    page,
    redirect,
    scopes: knownScopes(registration, target.protocols).ask,
    clientId: clientId === '' ? null : clientId,
    consentUrl: clientId === '' ? null : adminConsentUrl(registration, { ...target, clientId }),
    check,
    message: body,
    messageSubject: subject,
  }
}
