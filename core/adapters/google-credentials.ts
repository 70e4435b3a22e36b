import { GoogleAuth } from 'google-auth-library'
import { NoGoogleCredentials } from './no-google-credentials.ts'

/**
 * Rejects where this process has no credentials, which Google's own clients would say at the first request, or after a
 * minute. `wantedBy` is the setting, as it is written; `otherwise` what to set instead.
 */
export async function findGoogleCredentials(wantedBy: string, otherwise: string): Promise<void> {
  try {
    await new GoogleAuth({ scopes: 'https://www.googleapis.com/auth/cloud-platform' }).getClient()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new NoGoogleCredentials(
      `There are no Google credentials for ${wantedBy} (${firstSentence(reason)}). Run ` +
        '`gcloud auth application-default login`, or set GOOGLE_APPLICATION_CREDENTIALS to a key file, ' +
        `or ${otherwise}.`,
      { cause },
    )
  }
}

/** In one line: a key file that is none is quoted with its line ends. */
function firstSentence(text: string): string {
  return (text.split(/\.\s/)[0] ?? text).replaceAll(/\s+/g, ' ')
}
