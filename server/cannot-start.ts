/** Something that a person has to put right before the service can start. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}
