context.shop.after(6)
