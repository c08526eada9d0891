import type { ServeOptions } from '#shared/contract/server.ts'

/** The signal a contract handler is given: a real AbortSignal, in every host. */
export const createCancellation: ServeOptions['createCancellation'] = () => {
  const controller = new AbortController()
  return { signal: controller.signal, cancel: () => controller.abort() }
}
