@MigrationHistory(name = "audit")
package com.acme.audit;

import dev.migrate.MigrationHistory;
