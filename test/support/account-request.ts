import type { ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { CheckRequest } from '#engine/check/run-check.ts'
import { confirmService } from '#engine/confirmed-service.ts'
import { Secret } from '#engine/secret.ts'

/** One account with a password at these confirmed servers, to be checked as a whole. */
export function accountRequest(endpoints: readonly ServerEndpoint[]): CheckRequest {
  return {
    address: 'anna@example.test',
    services: endpoints.map((endpoint) => {
      const service = confirmService(endpoint, 'anna@example.test')
      if (!service.ok) throw new Error(service.error)
      return service.value
    }),
    credential: { kind: 'password', secret: new Secret('sunflower') },
    provider: null,
    testMessage: null,
    signal: new AbortController().signal,
  }
}
