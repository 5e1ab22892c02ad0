import { ValidateBy, type ValidationOptions } from 'class-validator';

/** A text that says something: not empty, and not blanks alone. Told and drawn in the API document as `IsNotEmpty` is. */
export const IsNotBlank = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isNotEmpty',
      validator: { validate: (value) => typeof value === 'string' && value.trim() !== '' },
    },
    options,
  );
