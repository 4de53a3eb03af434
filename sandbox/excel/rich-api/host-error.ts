/** What office.js surfaces as `OfficeExtension.Error`; codes and texts follow the public list of Excel error codes. */
export class HostError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

export function invalidArgument(
  detail = 'The argument is invalid or missing or has an incorrect format.',
): HostError {
  return new HostError('InvalidArgument', detail);
}

export function itemNotFound(): HostError {
  return new HostError('ItemNotFound', "The requested resource doesn't exist.", 404);
}

export function alreadyExists(): HostError {
  return new HostError('ItemAlreadyExists', 'The resource being created already exists.', 409);
}

export function accessDenied(): HostError {
  return new HostError('AccessDenied', 'You cannot perform the requested operation.', 403);
}

export function invalidOperation(): HostError {
  return new HostError('InvalidOperation', 'The operation attempted is invalid on the object.');
}

export function notImplemented(member: string): HostError {
  return new HostError('NotImplemented', `${member} is not simulated by the sandbox's Excel.`, 501);
}
