import type { ServerReply } from '#shared/domain/server-reply.ts'

const ADDRESS = /[^\s<>()[\]"',;:@]{1,64}@[^\s<>()[\]"',;:@]{1,255}/g

/**
 * A reply whose addresses are a bare `@`: what an address is called says nothing, and its dots would end a sentence. For
 * looking at only, never for showing.
 */
export function masked(reply: ServerReply): ServerReply {
  return { ...reply, text: reply.text.replace(ADDRESS, '@').replace(/[<[(]@[>\])]/g, '@') }
}
