import type { DiscoveredProvider } from '#shared/discovery/discovery.ts'
import type { FinishedSetup } from '#shared/domain/finished-setup.ts'

/**
 * Whether an app password was made for the test that the mail program will not use: it has one of its own, or signs in
 * through the browser. `maybe`, where the provider takes the usual password too. One that Mailwright keeps is in use.
 */
export function appPasswordLeft(
  provider: Pick<DiscoveredProvider, 'signIn' | 'appPasswordPage'> | null,
  { services }: Pick<FinishedSetup, 'services'>,
  kept: 'kept' | 'not-kept',
): 'left' | 'maybe' | 'none' {
  if (provider === null || provider.appPasswordPage === null || kept === 'kept') return 'none'
  const usedPassword = services.some(({ signIn }) => signIn === 'password')
  if (!usedPassword || !provider.signIn.includes('app-password')) return 'none'
  return provider.signIn.includes('password') ? 'maybe' : 'left'
}
