@MigrationHistory(name = "shop")
package com.acme.shop;

import dev.migrate.MigrationHistory;
