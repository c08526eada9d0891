import { addressScope, type AddressScope } from '#shared/domain/ip-scope.ts'

/** In a test this computer is the internet; every other address is what it is. */
export function testScope(address: string): AddressScope {
  return address === '127.0.0.1' || address === '::1' ? 'internet' : addressScope(address)
}
