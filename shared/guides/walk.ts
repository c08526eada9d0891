import {
  incomingOf,
  serviceFor,
  type FinishedService,
  type FinishedSetup,
} from '#shared/domain/finished-setup.ts'
import { assertNever } from '#shared/outcome.ts'
import type { Guide, GuideStep, GuideValue, Label } from '#shared/guides/guide.ts'

/** A step with what this user enters there. `ask`: it is not in the setup (the name, the password). */
export interface WalkedStep {
  readonly step: GuideStep
  readonly value:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'label'; readonly label: Label }
    | { readonly kind: 'ask'; readonly what: 'name' | 'password' }
    | null
}

/** The steps that concern this setup, in order. A step about a server that is not part of it is left out. */
export function walk(guide: Guide, setup: FinishedSetup): readonly WalkedStep[] {
  return guide.steps
    .filter((step) => concerns(step, setup))
    .map((step) => ({ step, value: step.kind === 'enter' ? valueOf(step.value, guide, setup) : null }))
}

function concerns(step: GuideStep, setup: FinishedSetup): boolean {
  if (step.only !== undefined && !isOf(step.only, setup)) return false
  if (step.kind !== 'enter') return true
  const service = serviceOf(step.value, setup)
  if (service === 'none-needed') return true
  return service !== null && !(step.value.endsWith('-user') && service.signIn === 'none')
}

function isOf(kind: NonNullable<GuideStep['only']>, setup: FinishedSetup): boolean {
  if (kind === 'smtp-sign-in') return (serviceFor(setup, 'smtp')?.signIn ?? 'none') !== 'none'
  return incomingOf(setup)?.endpoint.protocol === kind
}

function serviceOf(value: GuideValue, setup: FinishedSetup): FinishedService | null | 'none-needed' {
  if (value.startsWith('incoming-')) return incomingOf(setup)
  return value.startsWith('smtp-') ? serviceFor(setup, 'smtp') : 'none-needed'
}

function valueOf(value: GuideValue, guide: Guide, setup: FinishedSetup): WalkedStep['value'] {
  if (value === 'name' || value === 'password') return { kind: 'ask', what: value }
  if (value === 'address') return { kind: 'text', text: setup.address.unicode }
  const service = serviceOf(value, setup)
  if (service === null || service === 'none-needed') return null
  const { host, port, security } = service.endpoint
  switch (value) {
    case 'incoming-host':
    case 'smtp-host':
      return { kind: 'text', text: host }
    case 'incoming-port':
    case 'smtp-port':
      return { kind: 'text', text: String(port) }
    case 'incoming-user':
    case 'smtp-user':
      return { kind: 'text', text: service.userName }
    case 'incoming-encryption':
    case 'smtp-encryption':
      return { kind: 'label', label: guide.encryption[security] }
    default:
      return assertNever(value)
  }
}
