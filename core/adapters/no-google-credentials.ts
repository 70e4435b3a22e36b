/** Nobody is signed in to Google; the message names the setting that needs it, and says what to do. */
export class NoGoogleCredentials extends Error {
  override name = 'NoGoogleCredentials'
}
