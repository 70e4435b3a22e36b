import type { ServerFrame } from '#core/protocol/chat/frames.ts'

/** One socket of the conversation. */
export type Viewer = {
  /** There are new frames in the transcript. */
  wake(): void
  /** A frame that is of use only now. */
  show(frame: ServerFrame): void
  forgotten(): void
}

/** All sockets of one conversation. */
export function createViewers() {
  const viewers = new Set<Viewer>()
  return {
    join: (viewer: Viewer) => void viewers.add(viewer),
    leave: (viewer: Viewer) => void viewers.delete(viewer),
    isWatched: () => viewers.size > 0,
    wake: () => viewers.forEach((viewer) => viewer.wake()),
    show: (frame: ServerFrame) => viewers.forEach((viewer) => viewer.show(frame)),
    forgotten: () => {
      viewers.forEach((viewer) => viewer.forgotten())
      viewers.clear()
    },
  }
}
