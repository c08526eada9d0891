import { choose, leave, repick, toggle } from '#renderer/wizard/machine/transitions/servers.ts'
import {
  edit,
  startAuthorizing,
  startTest,
  takePassword,
  toServers,
} from '#renderer/wizard/machine/transitions/ways.ts'
import type { TransitionsOf } from '#renderer/wizard/machine/transitions/transitions-of.ts'

export const signIn: TransitionsOf<'sign-in'> = {
  'test-started': startTest,
  'authorize-started': startAuthorizing,
  'password-given': takePassword,
  back: (state) => leave(toServers(state)),
  'account-type-picked': (state, event) => repick(state, event),
  // The settings stand above the field: whatever is changed there is agreed to anew.
  'server-edited': (state, { protocol }) => edit(toServers(state), protocol),
  'service-toggled': (state, { protocol }) => toggle(toServers(state), protocol),
  'candidate-chosen': (state, { candidate }) => choose(toServers(state), candidate),
  'servers-wanted': toServers,
}
