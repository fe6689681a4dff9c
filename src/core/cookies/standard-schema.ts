/** A validator that follows Standard Schema 1 (https://standardschema.dev): zod, valibot, arktype and others. */
export interface StandardSchema<Input = unknown, Output = Input> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>
    readonly types?: { readonly input: Input; readonly output: Output } | undefined
  }
}

/** What a validator answers: the value, or the issues that it has with it. */
export type StandardResult<Output> =
  { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly { readonly message: string }[] }

/** The type that a validator gives back. */
export type OutputOf<S> = S extends { readonly '~standard': { readonly types?: infer T } }
  ? Exclude<T, undefined> extends { readonly output: infer Output }
    ? Output
    : unknown
  : unknown
