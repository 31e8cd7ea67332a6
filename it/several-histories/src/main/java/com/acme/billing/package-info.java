@MigrationHistory(name = "billing")
package com.acme.billing;

import dev.migrate.MigrationHistory;
