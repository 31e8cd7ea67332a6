context.users.mustBeNumbers()
