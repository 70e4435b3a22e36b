import type { WrittenDocuments } from './written-documents.ts'

/** For a season's run, which has made itself whatever it reads. */
export const nothingStored: WrittenDocuments = {
  track: async (id) => await Promise.reject(notWritten(id)),
  race: async (id) => await Promise.reject(notWritten(id)),
  weather: async (id) => await Promise.reject(notWritten(id)),
  pattern: async (id, car) => await Promise.reject(notWritten(`${id} ${car}`)),
}

function notWritten(what: string): Error {
  return new Error(`${what} was not written in this run`)
}
