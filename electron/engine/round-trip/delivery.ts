import type { TestMessage } from '#engine/round-trip/test-message.ts'

/** What becomes of the test message of one check: one service sends it, another one waits for it. */
export class Delivery {
  readonly message: TestMessage
  readonly #accepted: Promise<boolean>
  #settle: (accepted: boolean) => void = () => {}

  constructor(message: TestMessage) {
    this.message = message
    this.#accepted = new Promise((resolve) => {
      this.#settle = resolve
    })
  }

  /** Whether a server has taken the message; settled by the service that sends, in whatever way it ends. */
  get accepted(): Promise<boolean> {
    return this.#accepted
  }

  /** Only the first verdict counts. */
  settle(accepted: boolean): void {
    this.#settle(accepted)
  }
}
