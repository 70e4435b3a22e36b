/** Where answers come from: the service over the network, or where the service draws a page, itself. */
export type AnswerSource = (path: string, init: RequestInit) => Promise<Response>

export const overNetwork: AnswerSource = (path, init) => fetch(path, init)
