@MigrationHistory(name = "shop", includes = AuditHistory.class)
package com.acme.shop;

import dev.migrate.MigrationHistory;
import com.acme.audit.AuditHistory;
